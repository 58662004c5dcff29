import { z } from 'zod'

/** The path of the inclusion proofs in a pack. */
export const PROOF_FILE = 'ledger/proofs.json'

const base64 = z.string().max(64)

/** Entries of the ledger, each with its audit path to the root of the pack's checkpoint (RFC 6962, section 2.1.1). */
export const proofsSchema = z.array(z.object({ index: z.int().min(0), leaf: base64, proof: z.array(base64).max(63) }))

export type Proofs = z.infer<typeof proofsSchema>
