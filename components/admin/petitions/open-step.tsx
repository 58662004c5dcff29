import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { languageName } from '@/messages/language-name'
import { sourceLocale } from '@/messages/translator'
import { Step } from './step'

interface Props {
  found: PetitionForAdmin
  id: string
  status: string
  action: (form: FormData) => Promise<void>
}

/** Asks to publish a draft, or says what it still needs. */
export function OpenStep({ found, ...step }: Props) {
  const published = found.languages.filter((one) => one.published).map(({ locale }) => languageName(locale))
  if (!found.languages.some(({ locale, published }) => locale === sourceLocale && published)) {
    return <p>Publish the English text first. The public cannot see it until the petition is opened.</p>
  }
  return (
    <Step
      {...step}
      hint={`Opens for signing in ${published.length === 1 ? 'one language' : `${published.length} languages`}: ${published.join(', ')}.`}
    >
      Request opening
    </Step>
  )
}
