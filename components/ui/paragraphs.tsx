/** Plain text as paragraphs: an empty line begins a new one. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same text is always split into the same paragraphs
      <p key={i} className="whitespace-pre-line">
        {paragraph}
      </p>
    ))
}
