import type { ComponentProps } from 'react'

/** A picture as it is: an image service would write styles into the page, which its policy forbids. */
export function Picture({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: see above
  return <img {...rest} alt={alt} />
}
