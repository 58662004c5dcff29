import type { ComponentProps } from 'react'

/** A picture as it is: next/image writes styles into the page, which its Content-Security-Policy forbids. */
export function Picture({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: see above
  return <img {...rest} alt={alt} />
}
