/** How a frame may look; without a choice it follows the device, in the site's own colour (app/embed/embed.css). */
export const themes = ['light', 'dark'] as const
export const accents = ['blue', 'violet', 'red', 'green', 'grey'] as const

export interface Look {
  theme?: (typeof themes)[number]
  accent?: (typeof accents)[number]
}

/** The look that an address asks for; what it does not name, or names wrongly, is left to the default. */
export function readLook(query: Record<string, string | string[] | undefined>): Look {
  return {
    theme: themes.find((theme) => theme === query.theme),
    accent: accents.find((accent) => accent === query.accent),
  }
}
