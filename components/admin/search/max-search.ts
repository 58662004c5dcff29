/** Maximum length of a search, enough for an address pasted with a name. */
export const MAX_SEARCH = 400
