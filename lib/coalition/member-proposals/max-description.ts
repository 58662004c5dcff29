/** In characters: what a member says about itself. */
export const MAX_DESCRIPTION = 600
