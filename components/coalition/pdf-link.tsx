import type { PrintedPage } from '@/lib/coalition/printed-pages/printed-pages'
import { fileSize } from '@/lib/text/file-size'
import { type Locale, translator } from '@/messages/translator'

/** A link to the page as a PDF; nothing if there is none. */
export function PdfLink({ pdf, locale }: { pdf: PrintedPage | null; locale: Locale }) {
  if (!pdf) return null
  return (
    <p className="mt-3 text-small print:hidden">
      <a href={`/api/v1/printed${pdf.path}`} className="inline-flex min-h-11 items-center" download>
        {translator(locale, 'coalition')('pdf', { size: fileSize(pdf.size, locale) })}
      </a>
    </p>
  )
}
