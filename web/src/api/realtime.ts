import { change, get, type Answer } from "./http";

/** Who is connected, and what is said to them: the routes of realtime-gateway, for administrators. */

export type NodeCount =
  | {
      readonly node: string;
      readonly connections: number;
      readonly sockets: number;
      readonly users: number;
      readonly rooms: number;
    }
  | { readonly node: string; readonly error: string };

export interface Counts {
  readonly connections: number;
  readonly sockets: number;
  readonly namespaces: Readonly<Record<string, number>>;
  /** Null where there are too many to be told apart over all nodes. */
  readonly users: number | null;
  readonly groups: number | null;
  readonly nodes: readonly NodeCount[];
  /** A node gave no answer. */
  readonly partial: boolean;
}

export interface ConnectedSocket {
  readonly id: string;
  readonly namespace: string;
  readonly userId: string;
  readonly address?: string | null;
  readonly node: string;
  readonly rooms: readonly string[];
}

export interface Found {
  readonly total: number;
  readonly sockets: readonly ConnectedSocket[];
  readonly partial: boolean;
}

export type Target =
  | { readonly all: true }
  | { readonly users: readonly string[] }
  | { readonly groups: readonly string[] }
  | { readonly room: string };

export interface Broadcast {
  readonly id: string;
  readonly target: Target;
  readonly event: string;
  readonly data?: unknown;
}

export interface Delivery {
  readonly delivered: number;
  readonly connections: number;
  readonly nodes: readonly ({ readonly node: string; readonly delivered: number } | { readonly node: string; readonly error: string })[];
  readonly partial: boolean;
}

export const counts = () => get<Counts>("/api/realtime/connections");

export function find(by: "user" | "group" | "room", what: string): Promise<Answer<Found>> {
  return get(`/api/realtime/connections?${new URLSearchParams({ [by]: what, limit: "100" })}`);
}

/** @param broadcast with an id of its own: said again after a lost answer, it is delivered once */
export function send(broadcast: Broadcast): Promise<Answer<Delivery>> {
  return change("POST", "/api/realtime/broadcast", broadcast);
}
