/**
 * Structured data (schema.org) for search engines. The server's HTML filter allows data blocks, because browsers do not
 * run them.
 */
export function JsonLd({ data }: { data: object }) {
  // React escapes only `<script` and `</script` in a script's text; we escape every other `<`.
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{text}</script>
}
