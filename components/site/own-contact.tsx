/** A way to write, as the coalition gives it: a link if it is an address of an email or a page. */
export function OwnContact({ text }: { text: string }) {
  const href = contactHref(text)
  return href ? (
    <a href={href} rel="noopener noreferrer">
      {text}
    </a>
  ) : (
    <bdi>{text}</bdi>
  )
}

/** Where a page or an email address leads; null for other words. */
export function contactHref(text: string): string | null {
  if (text.startsWith('https://')) return text
  return /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : null
}
