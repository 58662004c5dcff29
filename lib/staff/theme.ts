/** The colours that a person can choose for the admin area, whatever the browser prefers. */
export const themes = ['light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** @returns null for any other text */
export function readTheme(text: string | null | undefined): Theme | null {
  return themes.find((theme) => theme === text) ?? null
}
