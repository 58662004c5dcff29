import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { sourceLocale } from '@/lib/petitions/petition-view'
import { languageName } from './language-name'
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
    return <p>Before it can be opened, its English words have to be published. Nobody outside sees them before.</p>
  }
  return (
    <Step {...step}>
      Ask a second person to open it for signing, in{' '}
      {published.length === 1 ? 'one language' : `${published.length} languages`}: {published.join(', ')}
    </Step>
  )
}
