/** Characters of a text to look for, with the name that was pasted along with an address. */
export const MAX_SEARCH = 400
