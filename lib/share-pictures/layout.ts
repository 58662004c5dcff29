/** Where things stand on a picture, in pixels. */
export const WIDTH = 1200
export const HEIGHT = 630
export const MARGIN = 80
/** Below this line of the plate stands the number. */
export const NUMBER_TOP = 476
export const BACKGROUND = '#faf6ee'

/** The numeral's characters, each in a cell of its own; whatever else separates thousands is drawn as a gap. */
export const CHARACTERS = '0123456789,.'
export const CHARACTER = { width: 100, height: 130 }

/** The words after a number, one row for each plural category, and what is said where nobody has signed yet. */
export const LABELS = ['zero', 'one', 'two', 'few', 'many', 'other', 'none'] as const
export const LABEL = { height: CHARACTER.height }
/** Of a row: the one without a number has the whole width. */
export const LABEL_WIDTH = WIDTH - 2 * MARGIN
