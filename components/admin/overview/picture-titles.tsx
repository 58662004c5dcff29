import type { UntitledPictures } from '@/lib/overview/find-untitled-pictures'
import { languagesInWords } from '../languages-in-words'
import { PetitionName } from '../petition-name'
import { Pill } from '../pill'
import { t } from '../words'

/** Share pictures that lack their petition's title, and what to do about it. */
export function PictureTitles({ untitled }: { untitled: UntitledPictures[] }) {
  return (
    <section className="panel">
      <h2>{t('overview.pictureTitles')}</h2>
      {untitled.length === 0 ? (
        <p>{t('overview.titlesDrawn')}</p>
      ) : (
        <>
          <p>
            <Pill tone="warn">{t('overview.titlesMissing')}</Pill>
          </p>
          <ul>
            {untitled.map(({ slug, locales }) => (
              <li key={slug}>
                <PetitionName slug={slug} />: {languagesInWords(locales)}
              </li>
            ))}
          </ul>
          <p>{t('overview.titlesHow')}</p>
        </>
      )}
    </section>
  )
}
