import { db } from '@/lib/db'
import { type SourceView, sourceViews } from '../source-view'
import { type Quotation, quotations } from './quotations'

export interface QuotationView extends Quotation {
  view: SourceView
}

/** Quotations with their sources; one whose source was taken out is left out. */
export async function listQuotations(): Promise<QuotationView[]> {
  const keys = quotations.map(({ source }) => source)
  const views = new Map(
    sourceViews(await db().source.findMany({ where: { key: { in: keys } } })).map((v) => [v.key, v]),
  )
  return quotations.flatMap((quotation) => {
    const view = views.get(quotation.source)
    return view ? { ...quotation, view } : []
  })
}
