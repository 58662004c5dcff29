/** Structured data (schema.org) for search engines. The server's HTML filter lets data blocks pass; they are not run. */
export function JsonLd({ data }: { data: object }) {
  // React writes a script's text as it is, but for `<script` and `</script`; any other `<` is ours to write otherwise.
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{text}</script>
}
