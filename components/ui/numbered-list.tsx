import type { ReactNode } from 'react'
import { numberFormat } from '@/lib/text/formats'

/** Numbered lines with a hairline between them, the numbers in the figures of the language. */
export function NumberedList(props: {
  items: ReactNode[]
  locale: string
  attributes?: { lang?: string; dir?: 'ltr' | 'rtl' }
}) {
  const { format } = numberFormat(props.locale)
  return (
    <ol className="max-w-[66ch] border-b border-rule" {...props.attributes}>
      {props.items.map((item, i) => (
        <li key={format(i + 1)} className="flex gap-4 border-t border-rule py-3.5 leading-normal">
          <span aria-hidden="true" className="w-6 shrink-0 font-serif text-muted tabular-nums">
            {format(i + 1)}
          </span>
          <span>{item}</span>
        </li>
      ))}
    </ol>
  )
}
