import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The contracts' golden examples; tests run in the module's folder. */
const root = resolve("../contracts/src/main/resources/golden");

export function golden(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(root, path), "utf8")) as Record<string, unknown>;
}

export function goldenNames(folder: string): string[] {
  return readdirSync(resolve(root, folder)).filter((name) => name.endsWith(".json"));
}

export function contract(page: string): string {
  return readFileSync(resolve("../contracts", page), "utf8");
}
