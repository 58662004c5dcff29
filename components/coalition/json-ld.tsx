/** Structured data (schema.org) for machines that read pages. The door lets data blocks pass; nothing in it is run. */
export function JsonLd({ data }: { data: object }) {
  // `<` could end the element early.
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotation marks, which JSON needs.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
