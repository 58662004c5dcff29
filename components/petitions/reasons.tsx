import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import { NumberedList } from '@/components/ui/numbered-list'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'

/** The outcome, the demands in detail, and the reasons. */
export function Reasons({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'petition')
  const { text } = petition
  const foreign = foreignText(text.locale, locale)
  const past = text.story !== null
  return (
    <>
      {text.story && (
        <section aria-labelledby="story">
          <h2 id="story">{t('story')}</h2>
          <div className="mt-4" {...foreign}>
            <Markdown source={text.story} />
          </div>
        </section>
      )}
      <section aria-labelledby="asks">
        <h2 id="asks">{t(past ? 'originalCall' : 'asks')}</h2>
        <div className="mt-4 font-serif">
          <NumberedList items={text.asks} locale={text.locale} attributes={foreign} />
        </div>
      </section>
      <section aria-labelledby="reasons">
        <h2 id="reasons">{t(past ? 'originalReasons' : 'reasons')}</h2>
        <div className="mt-4" {...foreign}>
          <Markdown source={text.body} />
        </div>
      </section>
    </>
  )
}
