/**
 * Splitting a text takes time that grows with the square of its length (V8 hands out the text with each part): so a
 * long one is divided into pieces first. At most this many characters each, ended by white space where there is any.
 */
const PIECES = /.{1,1000}(?=\s|$)|.{1,1000}/gsu

/** Splits a text into sentences by its language, each with the white space after it; joined, they are the text. */
export function sentences(text: string, locale: string): string[] {
  return split(text.split(/(?<=\n)/), locale, 'sentence')
}

/** The words of a text and what stands between them: joined, they are the text. */
export function words(text: string, locale: string): string[] {
  const pieces = sentences(text, locale).flatMap((sentence) => sentence.match(PIECES) ?? [])
  return split(pieces, locale, 'word')
}

function split(pieces: string[], locale: string, granularity: 'sentence' | 'word'): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity })
  return pieces.flatMap((piece) => Array.from(segmenter.segment(piece), ({ segment }) => segment))
}
