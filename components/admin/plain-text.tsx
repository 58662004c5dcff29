import { direction } from '@/messages/translator'

/** A public text, unformatted, in its own language. */
export function PlainText({ text, locale }: { text: string; locale: string }) {
  return (
    <div className="text" lang={locale} dir={direction(locale)}>
      {text}
    </div>
  )
}
