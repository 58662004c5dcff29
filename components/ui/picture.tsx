import type { ComponentProps } from 'react'

/** A picture as it is. */
export function Picture({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: next/image writes styles into the page; its policy forbids them
  return <img {...rest} alt={alt} />
}
