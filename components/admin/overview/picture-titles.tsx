import type { UntitledPictures } from '@/lib/overview/find-untitled-pictures'
import { languagesInWords } from '../languages-in-words'
import { PetitionName } from '../petition-name'
import { t } from '../words'

/** Whether the pictures that are shown where a petition is shared have its title, and what to do where they lack it. */
export function PictureTitles({ untitled }: { untitled: UntitledPictures[] }) {
  return (
    <dl>
      <dt>{t('overview.pictureTitles')}</dt>
      <dd>
        {untitled.length === 0 ? (
          t('overview.titlesDrawn')
        ) : (
          <>
            <span className="tag held">{t('overview.titlesMissing')}</span>
            <ul>
              {untitled.map(({ slug, locales }) => (
                <li key={slug}>
                  <PetitionName slug={slug} />: {languagesInWords(locales)}
                </li>
              ))}
            </ul>
            {t('overview.titlesHow')}
          </>
        )}
      </dd>
    </dl>
  )
}
