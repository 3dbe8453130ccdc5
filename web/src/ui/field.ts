import { html, nothing, type TemplateResult } from "lit/html.js";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly autocomplete: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly maxlength?: number;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  /** Said below the field as long as nothing is wrong with it. */
  readonly hint?: string;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** Beside the input, in one row with it. */
  readonly beside?: TemplateResult;
}

/** A labelled input with its hint or error, tied together for screen readers. */
export function field(of: Field): TemplateResult {
  const id = `field-${of.name}`;
  const note = of.error ?? of.hint;
  const input = html`<input
    id=${id}
    name=${of.name}
    type=${of.type ?? "text"}
    autocomplete=${of.autocomplete}
    autocapitalize="off"
    spellcheck="false"
    maxlength=${of.maxlength ?? 256}
    placeholder=${of.placeholder ?? ""}
    .defaultValue=${of.value ?? ""}
    ?required=${of.required !== false}
    ?autofocus=${of.autofocus}
    aria-invalid=${of.error ? "true" : "false"}
    aria-describedby=${note ? `${id}-note` : nothing}
  />`;
  return html`<div class="field ${of.error ? "wrong" : ""}">
    <label for=${id}>${of.label}${of.required === false ? html` <span class="soft">(optional)</span>` : nothing}</label>
    ${of.beside ? html`<div class="with-beside">${input}${of.beside}</div>` : input}
    ${note ? html`<p class="field-note" id="${id}-note" role=${of.error ? "alert" : nothing}>${note}</p>` : nothing}
  </div>`;
}

/** What was typed into a form, by field; passwords are taken as they are, everything else without outer blanks. */
export function typedIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  const entries = [...new FormData(form)].map(([name, value]) => {
    const text = String(value);
    return [name, /password|secret/.test(name) ? text : text.trim()] as const;
  });
  return Object.fromEntries(entries);
}
