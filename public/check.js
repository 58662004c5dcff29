// Made from components/check/receipt-script.ts by npx tsx scripts/build-browser-scripts.ts
// Comments of libraries are as published.
// lib/ledger/log/bytes.ts
function equalBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
function concatBytes(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
function textBytes(text) {
  return new Uint8Array(new TextEncoder().encode(text));
}
function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
function fromDecimal(text) {
  const number = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

// lib/ledger/log/hash.ts
var HASH_SIZE = 32;
function leafInput(entry) {
  return concatBytes(Uint8Array.of(0), entry);
}
function nodeInput(left, right) {
  return concatBytes(Uint8Array.of(1), left, right);
}

// lib/ledger/log/note.ts
var ED25519 = 1;
var COSIGNATURE = 4;
var MAX_SIGNATURES = 100;
var MAX_CHARACTERS = 1e6;
function parseNote(note) {
  if (note.length > MAX_CHARACTERS || hasControl(note)) return null;
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) return null;
  const text = note.slice(0, split + 1);
  const signatures = note.slice(split + 2, -1).split("\n").map(parseSignature);
  if (signatures.length > MAX_SIGNATURES || !areSignatures(signatures)) return null;
  return { text, signatures };
}
function hasControl(text) {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 32 && text[i] !== "\n") return true;
  return false;
}
function areSignatures(signatures) {
  return signatures.every((signature) => signature !== null);
}
function parseSignature(line) {
  const found = /^— (\S+) (\S+)$/u.exec(line);
  const bytes = fromBase64(found?.[2] ?? "");
  if (!found?.[1] || !isKeyName(found[1]) || !bytes || bytes.length < 5) return null;
  return { name: found[1], keyId: new DataView(bytes.buffer).getUint32(0), bytes: bytes.slice(4) };
}
function isKeyName(name) {
  return name.length > 0 && !/[\p{White_Space}+]/u.test(name);
}

// lib/ledger/log/checkpoint.ts
function parseCheckpoint(text) {
  const note = parseNote(text);
  const [origin, size, root, ...extensions] = note?.text.slice(0, -1).split("\n") ?? [];
  if (!note || !origin || size === void 0 || root === void 0 || extensions.includes("")) return null;
  const leaves = fromDecimal(size);
  const hash = fromBase64(root);
  if (leaves === null || hash?.length !== HASH_SIZE) return null;
  return { checkpoint: { origin, size: leaves, root: hash }, note };
}

// lib/ledger/log/vkey.ts
var KEY_SIZE = 32;
async function makeVkey(name, type, publicKey, suite) {
  if (!isKeyName(name) || publicKey.length !== KEY_SIZE) throw new Error("not a key name and an Ed25519 public key");
  const hash = await suite.sha256(concatBytes(textBytes(`${name}
`), Uint8Array.of(type), publicKey));
  return { name, keyId: new DataView(hash.buffer, hash.byteOffset).getUint32(0), type, publicKey };
}
function formatVkey({ name, keyId, type, publicKey }) {
  return `${name}+${keyId.toString(16).padStart(8, "0")}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}
async function parseVkey(text, suite) {
  const [, name, encoded] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded ?? "");
  const type = bytes?.[0];
  if (!name || !isKeyName(name) || bytes?.length !== 1 + KEY_SIZE) return null;
  if (type !== ED25519 && type !== COSIGNATURE) return null;
  const vkey = await makeVkey(name, type, bytes.subarray(1), suite);
  return formatVkey(vkey) === text ? vkey : null;
}

// lib/ledger/log/policy.ts
async function parsePolicy(text, suite) {
  const policy = { logs: [], witnesses: [], groups: [], quorum: "" };
  const names = /* @__PURE__ */ new Set();
  for (const [number, line] of text.split("\n").entries()) {
    const words = line.split(/[ \t]+/).filter(Boolean);
    if (words.length === 0 || words[0]?.startsWith("#")) continue;
    if (!await take(policy, names, words, suite)) throw new Error(`policy, line ${number + 1}: not understood`);
  }
  if (!policy.quorum) throw new Error('policy: a line "quorum <name>" is missing ("quorum none" asks for no witness)');
  return policy;
}
async function take(policy, names, words, suite) {
  const [kind2, first = "", second = "", ...rest] = words;
  if (kind2 === "log" && words.length <= 3) {
    const key = await parseVkey(first, suite);
    if (key) policy.logs.push({ key, url: second || null });
    return key !== null;
  }
  if (kind2 === "witness" && words.length <= 4 && isNew(first, names)) {
    const key = await parseVkey(second, suite);
    if (key) policy.witnesses.push({ name: first, key, url: rest[0] ?? null });
    return key !== null;
  }
  if (kind2 === "group" && isNew(first, names)) {
    const threshold = second === "all" ? rest.length : second === "any" ? 1 : Number(second);
    policy.groups.push({ name: first, threshold, members: rest });
    const known = rest.every((member) => member !== first && names.has(member)) && new Set(rest).size === rest.length;
    return known && Number.isInteger(threshold) && threshold >= 1 && threshold <= rest.length;
  }
  if (kind2 !== "quorum" || words.length !== 2 || policy.quorum) return false;
  policy.quorum = first;
  return first === "none" || names.has(first);
}
function isNew(name, names) {
  return name !== "none" && name !== "" && !names.has(name) && Boolean(names.add(name));
}
function quorumMet({ groups, quorum }, cosigned) {
  const met = (name) => {
    const group = groups.find((one) => one.name === name);
    return group ? group.members.filter(met).length >= group.threshold : cosigned.includes(name);
  };
  return quorum === "none" || met(quorum);
}

// lib/ledger/log/power-of-two.ts
function isPowerOfTwo(number) {
  return number === 1 || number > 1 && powerBelow(number) * 2 === number;
}
function powerBelow(number) {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}

// lib/ledger/log/tile.ts
var TILE_WIDTH = 256;
function tilePath({ level, index, width }) {
  const groups = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1e3)) {
    groups.unshift(`${groups.length > 0 ? "x" : ""}${String(rest % 1e3).padStart(3, "0")}`);
  }
  return `tile/${level}/${groups.join("/")}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
}
function levelWidth(size, level) {
  return Math.floor(size / TILE_WIDTH ** (level === "entries" ? 0 : level));
}

// lib/ledger/log/prove.ts
async function proveConsistency(tree, oldSize) {
  if (oldSize < 0 || oldSize > tree.size) throw new Error(`no beginning of ${oldSize} in a tree of ${tree.size}`);
  return oldSize === 0 ? [] : subproof(tree, oldSize, 0, tree.size, true);
}
async function subproof(tree, cut, start, end, known) {
  if (cut === end) return known ? [] : [await hashOf(tree, start, end)];
  const middle = start + powerBelow(end - start);
  if (cut <= middle) return [...await subproof(tree, cut, start, middle, known), await hashOf(tree, middle, end)];
  return [...await subproof(tree, cut, middle, end, false), await hashOf(tree, start, middle)];
}
async function hashOf(tree, start, end) {
  const length = end - start;
  if (length === 0) return tree.suite.sha256(new Uint8Array());
  if (isPowerOfTwo(length)) return complete(tree, start, length);
  const middle = start + powerBelow(length);
  return join(tree, await hashOf(tree, start, middle), await hashOf(tree, middle, end));
}
async function complete(tree, start, length) {
  const level = Math.floor(Math.log2(length) / 8);
  const unit = TILE_WIDTH ** level;
  if (length > unit) {
    const middle = length / 2;
    return join(tree, await complete(tree, start, middle), await complete(tree, start + middle, middle));
  }
  const place = start / unit;
  const index = Math.floor(place / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, levelWidth(tree.size, level) - index * TILE_WIDTH);
  const hashes = await tree.read({ level, index, width });
  const at = place % TILE_WIDTH * HASH_SIZE;
  return hashes.subarray(at, at + HASH_SIZE);
}
async function join({ suite }, left, right) {
  return suite.sha256(nodeInput(left, right));
}

// lib/ledger/log/verify-note.ts
async function verifyNote(note, keys, suite) {
  const verified = [];
  for (const signature of note.signatures) {
    const key = keys.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (!key || verified.some((one2) => one2.key === key)) continue;
    const one = await verifyOne(note.text, signature, key, suite);
    if (!one) return null;
    verified.push(one);
  }
  return verified;
}
async function verifyOne(text, { bytes }, key, suite) {
  if (key.type === ED25519) {
    return await suite.verify(key.publicKey, textBytes(text), bytes) ? { key, time: null } : null;
  }
  if (bytes.length !== 8 + 64) return null;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(time)) return null;
  return await suite.verify(key.publicKey, cosignedMessage(text, time), bytes.subarray(8)) ? { key, time } : null;
}
function cosignedMessage(text, time) {
  return textBytes(`cosignature/v1
time ${time}
${text}`);
}

// lib/ledger/log/verify-checkpoint.ts
async function verifyCheckpoint(text, policy, suite) {
  const parsed = parseCheckpoint(text);
  if (!parsed) return { ok: false, reason: "malformed" };
  const { checkpoint, note } = parsed;
  const logs = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
  const verified = await verifyNote(note, [...logs, ...policy.witnesses.map(({ key }) => key)], suite);
  if (!verified) return { ok: false, reason: "signature_false" };
  if (!verified.some(({ key }) => logs.includes(key))) return { ok: false, reason: "not_signed_by_log" };
  const cosigned = verified.flatMap(({ key, time }) => {
    const witness = policy.witnesses.find((one) => one.key === key);
    return witness && time !== null ? [{ witness: witness.name, time }] : [];
  });
  const names = cosigned.map(({ witness }) => witness);
  return { ok: true, checkpoint, cosigned, quorum: quorumMet(policy, names) };
}

// lib/ledger/log/verify-consistency.ts
async function verifyConsistency(consistency, suite) {
  const { oldSize, oldRoot, newSize, newRoot, proof } = consistency;
  if (![oldSize, newSize].every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  if ([oldRoot, newRoot, ...proof].some((hash) => hash.length !== HASH_SIZE)) return false;
  if (oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0;
  return climb(consistency, suite);
}
async function climb({ oldSize, oldRoot, newSize, newRoot, proof }, { sha256 }) {
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let node = oldSize - 1;
  let last = newSize - 1;
  const up = () => {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  };
  while (node % 2 === 1) up();
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = await sha256(nodeInput(sibling, oldHash));
      newHash = await sha256(nodeInput(sibling, newHash));
      while (node % 2 === 0 && node !== 0) up();
    } else {
      newHash = await sha256(nodeInput(newHash, sibling));
    }
    up();
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot);
}

// lib/signatures/commitment-input.ts
var tag = new TextEncoder().encode("icnk.org/signature/v1\n");
function commitmentInput(text, salt, record) {
  if ([text, salt, record].some((part) => part.length !== 32))
    throw new Error("a commitment is over three times 32 bytes");
  const input2 = new Uint8Array(tag.length + 96);
  input2.set(tag);
  [text, salt, record].forEach((part, i) => {
    input2.set(part, tag.length + i * 32);
  });
  return input2;
}

// lib/ledger/leaf-kinds.ts
var leafKinds = {
  sign: kind({
    code: 1,
    number: () => 1,
    digest: ({ commitment }) => commitment,
    read: (number, commitment) => number === 1 ? { kind: "sign", commitment } : null,
    label: "online"
  }),
  paper: kind({
    code: 3,
    number: ({ signatures }) => signatures,
    digest: ({ record }) => record,
    read: (signatures, record) => signatures > 0 ? { kind: "paper", signatures, record } : null,
    label: "on paper"
  }),
  retract: kind({
    code: 2,
    number: ({ index }) => index,
    digest: retractDigest,
    read: readRetract,
    label: "taken back"
  })
};
var reasons = {
  withdrawn: { code: 1, of: "sign" },
  duplicate: { code: 2, of: "sign" },
  fraud: { code: 3, of: "sign" },
  paper_correction: { code: 4, of: "paper" }
};
var countingKinds = Object.keys(leafKinds).filter((name) => name !== "retract");
var retractReasons = Object.keys(reasons);
function kindOf(name) {
  return leafKinds[name];
}
function kind(descriptor) {
  return descriptor;
}
function retractDigest({ reason, rule }) {
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  view.setUint16(0, reasons[reason].code);
  view.setUint16(2, rule);
  return digest;
}
function readRetract(index, digest) {
  const word = (at) => (digest[at] ?? 0) * 256 + (digest[at + 1] ?? 0);
  const reason = retractReasons.find((one) => reasons[one].code === word(0));
  if (!reason || digest.subarray(4).some((byte) => byte !== 0)) return null;
  return { kind: "retract", index, reason, rule: word(2) };
}

// lib/ledger/leaf.ts
var VERSION = 1;
var DIGEST = 10;
var LEAF_SIZE = 42;
function encodeLeaf(leaf) {
  const kind2 = kindOf(leaf.kind);
  const digest = kind2.digest(leaf);
  if (digest.length !== LEAF_SIZE - DIGEST) throw new Error("a leaf digest is 32 bytes");
  const bytes = new Uint8Array(LEAF_SIZE);
  bytes[0] = VERSION;
  bytes[1] = kind2.code;
  new DataView(bytes.buffer).setBigUint64(2, BigInt(kind2.number(leaf)));
  bytes.set(digest, DIGEST);
  return bytes;
}
var byCode = [];
for (const name of Object.keys(leafKinds)) byCode[kindOf(name).code] = kindOf(name);

// lib/ledger/log/proof-file.ts
var FIRST_LINE = "c2sp.org/tlog-proof@v1";
var MAX_HASHES = 63;
function formatProofFile({ extra, index, proof, checkpoint }) {
  const lines = [FIRST_LINE, ...extra ? [`extra ${toBase64(extra)}`] : [], `index ${index}`, ...proof.map(toBase64)];
  return `${lines.join("\n")}

${checkpoint}`;
}
function parseProofFile(text) {
  const split = text.indexOf("\n\n");
  const lines = text.slice(0, Math.max(split, 0)).split("\n");
  if (lines.shift() !== FIRST_LINE) return null;
  const extra = lines[0]?.startsWith("extra ") ? fromBase64(lines.shift()?.slice("extra ".length) ?? "") : null;
  const index = fromDecimal(/^index (\S+)$/.exec(lines.shift() ?? "")?.[1] ?? "");
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_SIZE);
  if (index === null || proof.length !== lines.length || proof.length > MAX_HASHES) return null;
  const file = { extra, index, proof, checkpoint: text.slice(split + 2) };
  return formatProofFile(file) === text ? file : null;
}

// lib/ledger/log/verify-inclusion.ts
async function verifyInclusion(inclusion, suite) {
  const { leafHash, index, size, proof, root } = inclusion;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if ([leafHash, ...proof, root].some((hash2) => hash2.length !== HASH_SIZE)) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await suite.sha256(nodeInput(sibling, hash));
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = await suite.sha256(nodeInput(hash, sibling));
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && equalBytes(hash, root);
}
function half(number) {
  return Math.floor(number / 2);
}

// lib/ledger/receipt.ts
var VERSION2 = 1;
function parseReceipt(text) {
  const file = parseProofFile(text);
  const { extra } = file ?? {};
  if (!file || extra?.length !== 97 || extra[0] !== VERSION2) return null;
  const part = (i) => extra.slice(1 + 32 * i, 33 + 32 * i);
  const { index, proof, checkpoint } = file;
  return { opening: { text: part(0), salt: part(1), record: part(2) }, index, proof, checkpoint };
}
async function leafOf({ text, salt, record }, suite) {
  return encodeLeaf({ kind: "sign", commitment: await suite.sha256(commitmentInput(text, salt, record)) });
}
async function verifyReceipt(text, policy, suite) {
  const receipt = parseReceipt(text);
  if (!receipt) return { ok: false, reason: "malformed" };
  const head = await verifyCheckpoint(receipt.checkpoint, policy, suite);
  if (!head.ok) return head;
  const { size, root } = head.checkpoint;
  const leaf = await leafOf(receipt.opening, suite);
  const leafHash = await suite.sha256(leafInput(leaf));
  const { index, proof } = receipt;
  const included = await verifyInclusion({ leafHash, index, size, proof, root }, suite);
  return included ? { ...head, receipt, leaf } : { ok: false, reason: "not_in_tree" };
}

// lib/ledger/web-suite.ts
var webSuite = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))),
  verify: async (publicKey, message, signature) => {
    const key = await crypto.subtle.importKey("raw", new Uint8Array(publicKey), "Ed25519", false, ["verify"]);
    return crypto.subtle.verify("Ed25519", key, new Uint8Array(signature), new Uint8Array(message));
  }
};

// components/check/receipt-script.ts
var box = document.querySelector("[data-receipt]");
var input = box?.querySelector("input");
if (box && input) {
  box.hidden = false;
  for (const note of document.querySelectorAll("[data-without-script]")) note.hidden = true;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void file.text().then((text) => check(box, text));
  });
}
async function check(box2, text) {
  show(box2, "working");
  show(box2, await finding(box2, text).catch(() => "unreachable"));
}
async function finding(box2, text) {
  const receipt = parseReceipt(text);
  const head = receipt && parseCheckpoint(receipt.checkpoint)?.checkpoint;
  if (!receipt || !head) return "malformed";
  const slug = box2.dataset.receipt?.split(" ").find((known) => head.origin.endsWith(`/ledger/${known}`));
  if (!slug) return "unknownLog";
  if (!await canVerify()) return "unsupported";
  const policy = await parsePolicy(await fetchText(slug, "policy"), webSuite);
  const result = await verifyReceipt(text, policy, webSuite);
  if (!result.ok) return "false";
  if (!await isContinued(slug, policy, result.checkpoint)) return "notContinued";
  write(box2, "[data-index]", receipt.index);
  write(box2, "[data-size]", head.size);
  return "true";
}
async function isContinued(slug, policy, old) {
  const now = await verifyCheckpoint(await fetchText(slug, "checkpoint"), policy, webSuite);
  if (!now.ok) return false;
  const { size: newSize, root: newRoot } = now.checkpoint;
  if (newSize < old.size) return false;
  const read = async (tile) => fetchBytes(slug, tilePath(tile));
  const proof = await proveConsistency({ size: newSize, read: remember(read), suite: webSuite }, old.size);
  return verifyConsistency({ oldSize: old.size, oldRoot: old.root, newSize, newRoot, proof }, webSuite);
}
function remember(read) {
  const seen = /* @__PURE__ */ new Map();
  return (tile) => {
    const found = seen.get(tilePath(tile)) ?? read(tile);
    seen.set(tilePath(tile), found);
    return found;
  };
}
async function canVerify() {
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = bytes(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
  );
  try {
    return await webSuite.verify(key, new Uint8Array(), signature);
  } catch {
    return false;
  }
}
async function fetchBytes(slug, path) {
  const response = await fetch(`/ledger/${slug}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
async function fetchText(slug, path) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await fetchBytes(slug, path));
}
function show(box2, finding2) {
  for (const one of box2.querySelectorAll("[data-finding]")) one.hidden = one.dataset.finding !== finding2;
}
function write(box2, selector, number) {
  const place = box2.querySelector(selector);
  if (place) place.textContent = new Intl.NumberFormat(document.documentElement.lang).format(number);
}
