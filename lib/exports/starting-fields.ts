import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { isPersonalPreset, type PresetName, presetFields } from './presets'
import type { SavedRecipient } from './saved-recipients'

/** The form's initial values: those of its preset, the only (open) petition, and the only saved recipient. */
export function startingFields(
  preset: PresetName | null,
  petitions: PetitionName[],
  recipients: SavedRecipient[],
): Record<string, string> {
  const open = petitions.filter(({ isOpen }) => isOpen)
  const [petition, ...others] = open.length > 0 ? open : petitions
  const [recipient, ...more] = recipients
  return {
    ...(petition && others.length === 0 && { petition: petition.id }),
    ...(preset && { preset, ...presetFields(preset) }),
    ...(preset && isPersonalPreset(preset) && recipient && more.length === 0 && { saved: recipient.key }),
  }
}
