/** The site's look, in what mail programs support. */
export const colours = { paper: '#faf6ee', ink: '#1b1815', rule: '#ddd4c4', accent: '#0d4a50', onAccent: '#fffdf9' }

/** The serif for a text of a language: for Vietnamese, faces that have all its letters. */
export function serif(locale: string): string {
  return locale === 'vi'
    ? 'ui-serif, "Palatino Linotype", Cambria, "Noto Serif", "Times New Roman", serif'
    : '"Iowan Old Style", Charter, "Source Serif 4", Georgia, "Noto Serif", serif'
}

export const sans = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif'
