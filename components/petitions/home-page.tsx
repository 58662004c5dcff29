import { ActivityDay } from '@/components/coalition/activity-day'
import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import { Paragraphs } from '@/components/ui/paragraphs'
import type { ActivityView } from '@/lib/coalition/activity-view'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { firstParagraph } from '@/lib/text/plain-text'
import { type Locale, translator } from '@/messages/translator'
import { Count, CountNote } from './count'
import { Day } from './day'
import { Dots } from './dots'
import { OtherOpen } from './other-open'

type Words = SiteTextView<'home'> | null

/**
 * The home page: the newest petition's call with the way to sign in one step, and below it answers to the coalition's
 * demands.
 */
export function HomePage(props: {
  petitions: PetitionView[]
  /** The editors' texts; null if there are none. */
  words: Words
  /** Activities that answer clauses of the statement. */
  answers: ActivityView[]
  locale: Locale
}) {
  const { petitions, words, answers, locale } = props
  const [open, ...others] = petitions.filter(({ status }) => status === 'open')
  const won = petitions.filter(({ status }) => status === 'won')
  return (
    <>
      {open ? (
        <OpenPetition petition={open} words={words} locale={locale} />
      ) : (
        <NoOpenPetition words={words} locale={locale} />
      )}
      {others.length > 0 && <OtherOpen petitions={others} locale={locale} className={sectionLook} />}
      {words && <AboutCoalition words={words} locale={locale} />}
      {won.map((petition) => (
        <WonPetition key={petition.slug} petition={petition} locale={locale} />
      ))}
      {answers.length > 0 && <Answers activities={answers} locale={locale} />}
      <Safety locale={locale} />
    </>
  )
}

function OpenPetition({ petition, words, locale }: { petition: PetitionView; words: Words; locale: Locale }) {
  const t = translator(locale, 'home')
  const call = callOf(petition, words, locale)
  return (
    <section aria-labelledby="call" className="py-10 lg:py-16">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <div {...foreignText(call.locale, locale)}>
            <h1 id="call" className="max-w-[26ch] text-call font-normal">
              {call.text}
            </h1>
          </div>
          <FallbackNote textLocale={call.locale} locale={locale} />
        </div>
        <div className="flex flex-col gap-y-7 self-end lg:border-s lg:border-rule lg:ps-8">
          <div className="space-y-2">
            <Count petition={petition} locale={locale} />
            <CountNote petition={petition} locale={locale} />
          </div>
          <ButtonLink href={`/${locale}/petitions/${petition.slug}`}>{t('readAndSign')}</ButtonLink>
        </div>
      </div>
      {petition.count > 0 && (
        <div className="mt-10 lg:mt-16">
          <Dots count={petition.count} locale={locale} columns={80} narrow={40} />
        </div>
      )}
    </section>
  )
}

/** The editors' headline, otherwise the petition's call; a text in the reader's language takes precedence. */
function callOf({ text }: PetitionView, words: Words, locale: Locale): { text: string; locale: string } {
  const own = words?.words.call
  if (!words || !own || (words.locale !== locale && text.locale === locale))
    return { text: text.call, locale: text.locale }
  return { text: own, locale: words.locale }
}

function NoOpenPetition({ words, locale }: { words: Words; locale: Locale }) {
  return (
    <div className="py-10 lg:py-20">
      <h1>{translator(locale, 'site')('coalition')}</h1>
      {words?.words.noOpen && (
        <p className="mt-6 text-lead" {...foreignText(words.locale, locale)}>
          {words.words.noOpen}
        </p>
      )}
    </div>
  )
}

const sectionLook = 'grid gap-x-16 gap-y-4 border-t border-rule py-10 lg:grid-cols-[18rem_minmax(0,1fr)] lg:py-14'

function AboutCoalition({
  words: { words, locale: textLocale },
  locale,
}: {
  words: NonNullable<Words>
  locale: Locale
}) {
  const foreign = foreignText(textLocale, locale)
  return (
    <section aria-labelledby="who" className={sectionLook}>
      <h2 id="who" {...foreign}>
        {words.whoTitle}
      </h2>
      <div>
        <div className="max-w-[62ch] space-y-4 font-serif text-lead" {...foreign}>
          <Paragraphs text={words.who ?? ''} />
        </div>
        <FallbackNote textLocale={textLocale} locale={locale} />
      </div>
    </section>
  )
}

function WonPetition({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'home.won')
  const { text, openedAt, wonAt, slug } = petition
  const story = firstParagraph(text.story ?? '')
  const foreign = foreignText(text.locale, locale)
  return (
    <section aria-labelledby={`won-${slug} title-${slug}`} className={sectionLook}>
      <h2 id={`won-${slug}`}>{t('title')}</h2>
      <div className="max-w-[62ch]">
        <h3 id={`title-${slug}`} {...foreign}>
          {text.title}
        </h3>
        <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-2">
          <div>
            <dt className="text-small text-muted">{t('called')}</dt>
            <dd>
              <Day date={openedAt} locale={locale} />
            </dd>
          </div>
          {wonAt && (
            <div>
              <dt className="text-small text-muted">{t('won')}</dt>
              <dd>
                <Day date={wonAt} locale={locale} />
              </dd>
            </div>
          )}
        </dl>
        {story && (
          <p className="mt-4" {...foreign}>
            {story}
          </p>
        )}
        <p className="mt-2">
          <a href={`/${locale}/petitions/${slug}`} className="inline-flex min-h-11 items-center">
            {t('link')}
          </a>
        </p>
      </div>
    </section>
  )
}

function Answers({ activities, locale }: { activities: ActivityView[]; locale: Locale }) {
  const t = translator(locale, 'home.answers')
  return (
    <section aria-labelledby="answers" className={sectionLook}>
      <h2 id="answers">{t('title')}</h2>
      <div className="max-w-[62ch]">
        <ul className="space-y-5">
          {activities.map((activity) => (
            <li key={activity.slug}>
              <ActivityDay activity={activity} locale={locale} />
              <a href={`/${locale}/activities/${activity.slug}`} className="inline-flex min-h-8 items-center text-lead">
                <span {...foreignText(activity.text.locale, locale)}>{activity.text.title}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <a href={`/${locale}/activities`} className="inline-flex min-h-11 items-center">
            {t('all')}
          </a>
        </p>
      </div>
    </section>
  )
}

function Safety({ locale }: { locale: Locale }) {
  const t = translator(locale, 'home.safety')
  return (
    <section aria-labelledby="safety" className={sectionLook}>
      <h2 id="safety">{t('title')}</h2>
      <ul className="max-w-[62ch] space-y-3">
        <li>{t('sealed')}</li>
        <li>{t('thirdParties')}</li>
        <li>{t('ip')}</li>
      </ul>
    </section>
  )
}
