/** The colours of the admin area that one can choose; a browser that asks for others is not asked. */
export const themes = ['light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** @returns null for another text */
export function readTheme(text: string | null | undefined): Theme | null {
  return themes.find((theme) => theme === text) ?? null
}
