import { MemberFigures } from '@/components/coalition/member-figures'
import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { OwnContact } from '@/components/site/own-contact'
import { Paragraphs } from '@/components/ui/paragraphs'
import type { LetterView } from '@/lib/coalition/letter-view'
import type { MemberView } from '@/lib/coalition/member-view'
import type { QuotationView } from '@/lib/coalition/press/list-quotations'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { Papers } from './papers'
import { PetitionFigures } from './petition-figures'
import { Quotations } from './quotations'

export interface PressPageProps {
  /** The description of the coalition; null where editors have written nothing. */
  words: SiteTextView<'press'> | null
  /** An email address or a page; null where none is set. */
  contact: string | null
  petitions: PetitionView[]
  members: MemberView[]
  quotations: QuotationView[]
  letters: LetterView[]
  locale: Locale
}

/** For the press and diplomats: words to quote, figures, quotations, papers and whom to ask. */
export function PressPage({ words, contact, petitions, members, quotations, letters, locale }: PressPageProps) {
  const t = translator(locale, 'press')
  return (
    <>
      <h1 className="mt-8 lg:mt-14">{t('title')}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
      {contact && (
        <p className="mt-6">
          {t('contact')}: <OwnContact text={contact} />
        </p>
      )}
      {words && <FallbackNote textLocale={words.locale} locale={locale} />}
      {words && <Words words={words} field="short" locale={locale} />}
      {words && <Words words={words} field="long" locale={locale} />}
      <PetitionFigures petitions={petitions} locale={locale} />
      <MemberFigures members={members} locale={locale} />
      <Quotations quotations={quotations} locale={locale} />
      <Papers letters={letters} locale={locale} />
    </>
  )
}

function Words(props: { words: SiteTextView<'press'>; field: 'short' | 'long'; locale: Locale }) {
  const { words, field, locale } = props
  const text = words.words[field]
  if (!text) return null
  return (
    <section aria-labelledby={field} className="mt-12">
      <h2 id={field}>{translator(locale, 'press')(field)}</h2>
      <div className="mt-4 max-w-[66ch] space-y-3 font-serif" {...foreignText(words.locale, locale)}>
        <Paragraphs text={text} />
      </div>
    </section>
  )
}
