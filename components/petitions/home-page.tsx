import { ActivityDay } from '@/components/coalition/activity-day'
import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import type { ActivityView } from '@/lib/coalition/activity-view'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { firstParagraph } from '@/lib/text/plain-text'
import { type Locale, translator } from '@/messages/translator'
import { Count } from './count'
import { Day } from './day'
import { Dots } from './dots'

/** Who calls, for what, and the way to sign in one step; below it what came of the coalition's demands. */
export function HomePage(props: {
  petitions: PetitionView[]
  /** What answered a clause of the statement. */
  answers: ActivityView[]
  locale: Locale
}) {
  const { petitions, answers, locale } = props
  const open = petitions.find(({ status }) => status === 'open')
  const won = petitions.filter(({ status }) => status === 'won')
  return (
    <>
      {open ? <OpenPetition petition={open} locale={locale} /> : <NoOpenPetition locale={locale} />}
      <AboutCoalition locale={locale} />
      {won.map((petition) => (
        <WonPetition key={petition.slug} petition={petition} locale={locale} />
      ))}
      {answers.length > 0 && <Answers activities={answers} locale={locale} />}
      <Safety locale={locale} />
    </>
  )
}

function OpenPetition({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = translator(locale, 'home')
  return (
    <section aria-labelledby="call" className="py-10 lg:py-16">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <div {...foreignText(petition.text.locale, locale)}>
            <h1 id="call" className="max-w-[26ch] text-call font-normal">
              {petition.text.call}
            </h1>
          </div>
          <FallbackNote textLocale={petition.text.locale} locale={locale} />
        </div>
        <div className="flex flex-col gap-y-7 self-end lg:border-s lg:border-rule lg:ps-8">
          <Count petition={petition} locale={locale} />
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

function NoOpenPetition({ locale }: { locale: Locale }) {
  return (
    <div className="py-10 lg:py-20">
      <h1>{translator(locale, 'site')('coalition')}</h1>
      <p className="mt-6 text-lead">{translator(locale, 'home')('noOpen')}</p>
    </div>
  )
}

const sectionLook = 'grid gap-x-16 gap-y-4 border-t border-rule py-10 lg:grid-cols-[18rem_minmax(0,1fr)] lg:py-14'

function AboutCoalition({ locale }: { locale: Locale }) {
  const t = translator(locale, 'home.who')
  return (
    <section aria-labelledby="who" className={sectionLook}>
      <h2 id="who">{t('title')}</h2>
      <div className="max-w-[62ch] space-y-4 font-serif text-lead">
        <p>{t('founded')}</p>
        <p>{t('members')}</p>
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
    <section aria-labelledby={`won-${slug}`} className={sectionLook}>
      <h2 id={`won-${slug}`}>{t('title')}</h2>
      <div className="max-w-[62ch]">
        <h3 {...foreign}>{text.title}</h3>
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
