import type { ComponentProps } from 'react'

/**
 * An `img` with the file as it is. Not `next/image`, which writes a style attribute into the page: the page's
 * Content-Security-Policy forbids those, and would have to be loosened for every page.
 */
export function Picture({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: the one img of the product; why it is none of next/image is said above
  return <img {...rest} alt={alt} />
}
