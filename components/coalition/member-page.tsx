import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { Paragraphs } from '@/components/ui/paragraphs'
import { Picture } from '@/components/ui/picture'
import type { MemberPage as Member } from '@/lib/coalition/find-member'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { JsonLd } from './json-ld'
import { MemberChanges } from './member-changes'
import { nameOfCountry, nameOfRegion } from './member-links'
import { organizationData } from './organization-data'
import { PartialDateText } from './partial-date'
import { ShareLinks } from './share-links'
import { Sources } from './sources'

/** A member's own link to an open petition. */
interface MemberLink {
  petition: PetitionView
  address: string
  /** The text to share with it. */
  text: string
  /** The path of the paper sheet. */
  sheet: string
}

/** The page of a member: its entry in the list, the letters it signed, and its own link to each open petition. */
export function MemberPage(props: { member: Member; locale: Locale; links: MemberLink[]; address: string }) {
  const { member, locale, links, address } = props
  const t = translator(locale, 'members')
  const { name, ownName, affiliation, country, region, website, letters, kind, changes } = member
  const facts = [
    [t('kind'), t(`kindOne.${kind}`)],
    [t('country'), nameOfCountry(country, locale)],
    ...(region ? [[t('region'), nameOfRegion(region, locale)]] : []),
    ...(affiliation ? [[t('affiliation'), affiliation]] : []),
  ]
  return (
    <article className="max-w-[66ch] pt-8 lg:pt-14">
      {member.logo && (
        // Always on a light ground, as logos may have dark letters. The name is below.
        <Picture
          src={`/${locale}/members/${member.slug}/logo.png`}
          width={member.logo.width}
          height={member.logo.height}
          alt=""
          className="mb-5 h-auto max-h-28 w-auto max-w-full rounded-sm bg-white p-2"
        />
      )}
      <h1>
        <bdi {...foreignText(member.nameLocale, locale)}>{name}</bdi>
      </h1>
      {ownName && (
        <p className="mt-2 text-lead text-muted">
          <bdi {...foreignText(ownName.locale, locale)}>{ownName.name}</bdi>
        </p>
      )}
      <MemberChanges changes={changes} locale={locale} withSources />
      {member.description && (
        <div className="mt-5 space-y-3 font-serif text-lead" {...foreignText(member.descriptionLocale, locale)}>
          <Paragraphs text={member.description} />
        </div>
      )}
      {member.description && <FallbackNote textLocale={member.descriptionLocale} locale={locale} />}
      {affiliation && <FallbackNote textLocale={member.affiliationLocale} locale={locale} />}
      <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        {facts.map(([label, value]) => (
          <Fact key={label} label={label ?? ''}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
        {website && (
          <Fact label={t('website')}>
            <a href={website} rel="noopener noreferrer" dir="ltr">
              {new URL(website).host}
            </a>
          </Fact>
        )}
        <Fact label={t('listed')}>
          <PartialDateText date={member.listed} locale={locale} />
        </Fact>
      </dl>
      <Sources sources={member.sources} locale={locale} />
      <section aria-labelledby="letters" className="mt-12">
        <h2 id="letters">{t('letters')}</h2>
        {letters.length === 0 && <p className="mt-3 text-muted">{t('noLetters')}</p>}
        <ul className="mt-3">
          {letters.map(({ slug, title, titleLocale, signed }) => (
            <li key={slug} className="py-1">
              <a href={`/${locale}/letters/${slug}`} {...foreignText(titleLocale, locale)}>
                {title}
              </a>
              , <PartialDateText date={signed} locale={locale} />
            </li>
          ))}
        </ul>
      </section>
      {links.map((link) => (
        <OwnLink
          key={link.petition.slug}
          link={link}
          several={links.length > 1}
          embed={`/${locale}/members/${member.slug}/embed`}
          locale={locale}
        />
      ))}
      <p className="mt-10 print:hidden">
        <a href={`/${locale}/members`} className="inline-flex min-h-11 items-center">
          {t('all_members')}
        </a>
      </p>
      <JsonLd
        data={{
          '@type': kind === 'organization' ? 'Organization' : 'Person',
          name,
          ...(ownName && { alternateName: ownName.name }),
          ...(website && { url: website }),
          ...((member.description ?? affiliation) && { description: member.description ?? affiliation }),
          ...(member.logo && { logo: `${address}/logo.png` }),
          mainEntityOfPage: address,
          memberOf: organizationData(locale),
        }}
      />
    </article>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** If there are several, each has its petition as heading. */
function OwnLink(props: { link: MemberLink; several: boolean; embed: string; locale: Locale }) {
  const { link, several, embed, locale } = props
  const t = translator(locale, 'members')
  const { slug, text } = link.petition
  return (
    <div className="mt-12">
      <ShareLinks
        id={`share-${slug}`}
        heading={several && <span {...foreignText(text.locale, locale)}>{text.title}</span>}
        address={link.address}
        text={link.text}
        title={several ? text.title : t('share.title')}
        locale={locale}
      />
      <p className="mt-1 text-small text-muted print:hidden">{t('share.hint')}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        <a href={embed} className="inline-flex min-h-11 items-center">
          {translator(locale, 'embed')('open')}
        </a>
        <a href={link.sheet} className="inline-flex min-h-11 items-center">
          {translator(locale, 'sheet')('open')}
        </a>
      </p>
    </div>
  )
}
