import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, words } from '@/messages/words'
import { Count } from './count'
import { Day } from './day'
import { Dots } from './dots'
import { NotTranslated } from './not-translated'

/** Who calls, for what, and the way to sign in one step; below it what the first petition led to. */
export function HomePage({ petitions, locale }: { petitions: PetitionView[]; locale: Locale }) {
  const open = petitions.find(({ status }) => status === 'open')
  const won = petitions.find(({ status }) => status === 'won')
  return (
    <>
      {open ? <OpenPetition petition={open} locale={locale} /> : <NoOpenPetition locale={locale} />}
      <WhoAsks locale={locale} />
      {won && <WonPetition petition={won} locale={locale} />}
      <Safety locale={locale} />
    </>
  )
}

function OpenPetition({ petition, locale }: { petition: PetitionView; locale: Locale }) {
  const t = words(locale, 'home')
  return (
    <section aria-labelledby="call" className="py-10 lg:py-16">
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <div {...foreignText(petition.text.locale, locale)}>
            <h1 id="call" className="max-w-[26ch] text-call font-normal">
              {petition.text.call}
            </h1>
          </div>
          <NotTranslated petition={petition} locale={locale} />
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
      <h1>{words(locale, 'site')('coalition')}</h1>
      <p className="mt-6 text-lead">{words(locale, 'home')('noOpen')}</p>
    </div>
  )
}

const sectionLook = 'grid gap-x-16 gap-y-4 border-t border-rule py-10 lg:grid-cols-[18rem_minmax(0,1fr)] lg:py-14'

function WhoAsks({ locale }: { locale: Locale }) {
  const t = words(locale, 'home.who')
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
  const t = words(locale, 'home.won')
  const { text, openedAt, wonAt, slug } = petition
  return (
    <section aria-labelledby="won" className={sectionLook}>
      <h2 id="won">{t('title')}</h2>
      <div className="max-w-[62ch]">
        <h3 {...foreignText(text.locale, locale)}>{text.title}</h3>
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
        <p className="mt-4">{t('reported')}</p>
        <p className="mt-2">
          <a href={`/${locale}/petitions/${slug}`} className="inline-flex min-h-11 items-center">
            {t('link')}
          </a>
        </p>
      </div>
    </section>
  )
}

function Safety({ locale }: { locale: Locale }) {
  const t = words(locale, 'home.safety')
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
