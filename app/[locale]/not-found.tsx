import { AllLanguages } from '@/components/site/all-languages'
import { Missing } from '@/components/site/missing'

/** On a host that runs only the framework. The front door shows `missing` in the page's language instead. */
export default function NotFound() {
  return <AllLanguages>{(locale) => <Missing locale={locale} />}</AllLanguages>
}
