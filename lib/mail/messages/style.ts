/** The look of the site, in what mail programs understand. */
export const colours = { paper: '#faf7f0', ink: '#1c1a17', rule: '#cfc8ba', accent: '#7a1f1f' }

export const serif = '"Iowan Old Style", Charter, "Source Serif 4", Georgia, "Noto Serif", serif'
export const sans = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", Arial, sans-serif'
