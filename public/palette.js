// Made from components/admin/search/palette-script.ts by npx tsx scripts/build-browser-scripts.ts
// Comments of libraries are as published.
// lib/text/fold.ts
function fold(text) {
  return bare(bare(text).toLowerCase()).replace(/[ßøłıđðæœ]/g, (letter) => plain[letter] ?? letter).replace(/[\p{P}\p{S}\p{C}\s]+/gu, " ").normalize("NFC").trim();
}
var plain = { ß: "ss", ø: "o", ł: "l", ı: "i", đ: "d", ð: "d", æ: "ae", œ: "oe" };
function bare(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

// lib/search/text-matches.ts
function textMatches(texts, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  const within = ` ${texts.map(fold).join(" ")}`;
  return words.length > 0 && words.every((word) => within.includes(` ${word}`) || (word.length > 2 || !isLatin(word)) && within.includes(word));
}
function isLatin(text) {
  return /^[a-z0-9]*$/.test(text);
}

// components/admin/search/palette-script.ts
var MAX_SHOWN = 10;
var dialog = document.querySelector("dialog.palette");
var form = dialog?.querySelector("form");
var box = form?.querySelector("input");
var button = form?.querySelector("button");
if (dialog && form && box && button) suggest(dialog, form, box, button.textContent);
function suggest(dialog2, form2, box2, search) {
  let entries = [];
  let active = -1;
  const list = document.createElement("div");
  list.id = "suggestions";
  set(list, { role: "listbox", "aria-label": dialog2.getAttribute("aria-label") ?? "" });
  set(box2, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "true" });
  form2.after(list);
  const activate = (at) => {
    active = at;
    for (const [i, option2] of [...list.children].entries()) set(option2, { "aria-selected": String(i === at) });
    const option = list.children[at];
    box2.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    const typed = box2.value.trim();
    const found = bestOf(entries, typed).map(linkTo);
    const options = typed ? [...found, searchFor(`${search}: ${typed}`, form2)] : found;
    for (const [i, option] of options.entries()) {
      option.id = `suggestion-${i}`;
      option.tabIndex = -1;
      set(option, { role: "option" });
    }
    list.replaceChildren(...options);
    activate(typed ? 0 : -1);
  };
  box2.addEventListener("input", show);
  box2.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const option = list.children[active];
    const many = list.children.length;
    if (by === 0 && !(event.key === "Enter" && option instanceof HTMLElement)) return;
    event.preventDefault();
    if (by === 0) option.click();
    else if (many > 0) activate((Math.max(active, by === 1 ? -1 : 0) + by + many) % many);
  });
  show();
  void load().then((loaded) => {
    entries = loaded;
    show();
  });
}
function bestOf(entries, typed) {
  if (typed === "") return entries.slice(0, MAX_SHOWN);
  if (/[@＠]/.test(typed)) return [];
  const begins = ({ name, english = "" }) => [name, english].some((text) => fold(text).startsWith(fold(typed))) ? 0 : 1;
  return entries.filter(({ name, english = "" }) => textMatches([name, english], typed)).toSorted((a, b) => begins(a) - begins(b)).slice(0, MAX_SHOWN);
}
function linkTo({ href, name, kind }) {
  const link = document.createElement("a");
  link.href = href;
  const [title, of] = [document.createElement("bdi"), document.createElement("span")];
  title.textContent = name;
  of.textContent = kind;
  link.append(title, " ", of);
  return link;
}
function searchFor(words, form2) {
  const button2 = document.createElement("button");
  button2.type = "submit";
  set(button2, { form: form2.id });
  button2.append(Object.assign(document.createElement("bdi"), { textContent: words }));
  return button2;
}
async function load() {
  try {
    const answer = await fetch("/admin/search/index", { redirect: "error" });
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
