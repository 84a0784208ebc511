// Bundles the editor (Sveltia CMS) from the locked node_modules into the folder given: the same lock, the same bytes.
// Left out is what no record asks for: maps, drawing, codecs for pictures (browsers have their own), widgets in React,
// other languages.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const TARGET = process.argv[2] || "plugins/kopilka/site/editor/vendor";
const CMS = "node_modules/@sveltia/cms";
const ASSETS = `${CMS}/npm/assets`;

const FONTS = ["material-symbols-outlined", "noto-mono", "source-sans-3"];
const KEPT_CODE = "(?:css|html|javascript|json|markdown|yaml)";
const LEFT_OUT = new RegExp(
  [
    `^@shikijs/langs/(?!${KEPT_CODE}$)`,
    "^(?:leaflet|terra-draw|svgo)(?:$|[-/])",
    "^\\.\\./locales/(?!ru\\.json$)",
    "^immutable$",
    "^\\./chunks/(?:heic|react-dom|webp_enc)",
  ].join("|")
);

const ENTRY = `
import CMS from "@sveltia/cms";
window.kopilka.editor.open(CMS);
`;

/** What is left out is an empty module: whoever asks for it gets nothing, and says so itself. */
const leaveOut = {
  name: "leave-out",
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ path }) => (LEFT_OUT.test(path) ? { path: "nothing", namespace: "nothing" } : undefined));
    bundler.onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "export default {};", loader: "js" }));
  },
};

/** What is put right in Sveltia itself: how many places there are, what stands there, what stands there instead. */
const REPAIRS = [
  // Its styles name a network of copies for the fonts that lie beside it here: a page of a school asks nobody.
  [FONTS.length, /src:url\(https:\/\/cdn\.jsdelivr\.net\/fontsource\/[^)]*\)\s*format\('[^']*'\);/g, ""],
  // A page on a phone may be made larger by two fingers.
  [1, /`maximum-scale=1`,/g, ""],
  // The list of collections does not point at the list of records, which on a phone is not there yet.
  [1, /\w\(\)\?void 0:`collection-container`/g, "void 0"],
];
const repairs = {
  name: "repairs",
  setup(bundler) {
    bundler.onLoad({ filter: /sveltia[/\\]cms[/\\]npm[/\\]index\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf-8");
      for (const [places, wrong, right] of REPAIRS) {
        const found = contents.match(wrong)?.length || 0;
        if (found !== places) throw new Error(`${wrong} stands in ${found} places and not in ${places}: look at this repair anew`);
        contents = contents.replace(wrong, right);
      }
      return { contents, loader: "js" };
    });
  },
};

/** What a teacher reads before anything else, without the words of programmers. */
const WORDS = {
  work_with_local_repo: "Открыть папку банка",
  work_with_local_repo_description: "Браузер спросит, какую папку открыть. Выберите папку банка «{$repo}»: в ней лежит kopilka.yml.",
  "sign_in_error.not_project_root": "Это не папка банка: в ней нет скрытой папки .git. Выберите ту, где лежит kopilka.yml.",
  "sign_in_error.picker_dismissed": "Папка не выбрана. Нажмите кнопку ещё раз и разрешите браузеру писать в неё.",
  "local_workflow.unsupported_browser": "Этот браузер не умеет писать в папку. Откройте страницу в Яндекс Браузере, Edge или Chrome.",
  slug: "Имя файла",
};
const ownWords = {
  name: "own-words",
  setup(bundler) {
    bundler.onLoad({ filter: /sveltia[/\\]cms[/\\]locales[/\\]ru\.json$/ }, ({ path }) => {
      const strings = JSON.parse(readFileSync(path, "utf-8"));
      for (const [name, words] of Object.entries(WORDS)) {
        const steps = name.split(".");
        const last = steps.pop();
        const place = steps.reduce((held, step) => held?.[step], strings);
        if (typeof place?.[last] !== "string") throw new Error(`There is no «${name}» among the strings any more`);
        place[last] = words;
      }
      return { contents: JSON.stringify(strings), loader: "json" };
    });
  },
};

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(join(TARGET, "assets"), { recursive: true });

const { metafile } = await build({
  stdin: { contents: ENTRY, resolveDir: ".", sourcefile: "editor.js" },
  outdir: TARGET,
  entryNames: "editor.min",
  chunkNames: "chunks/[name]-[hash].min",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  target: "es2022",
  metafile: true,
  plugins: [leaveOut, repairs, ownWords],
  logLevel: "warning",
});

const code = Object.keys(metafile.outputs).map((path) => readFileSync(path, "utf-8")).join("\n");
const files = readdirSync(ASSETS).filter((name) => name.endsWith(".woff2") && code.includes(name));
for (const name of files) copyFileSync(join(ASSETS, name), join(TARGET, "assets", name));

writeFileSync(join(TARGET, "LICENSES.txt"), licences());

/** The licences of everything that went in, and of the fonts. */
function licences() {
  const packages = [...new Set(Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean))];
  const own = packages.sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf-8"));
    return [`${name} ${version} (${license})`, licenceOf(`node_modules/${name}`)];
  });
  const fonts = FONTS.map((name) => [name, readFileSync(join(ASSETS, `${name}.LICENSE.txt`), "utf-8")]);
  const inside = ["Inside @sveltia/cms", insideSveltia().join("\n")];
  return [...own, ...fonts, inside].map(([name, text]) => `${"=".repeat(78)}\n${name}\n${"=".repeat(78)}\n\n${text.replace(/\r\n?/g, "\n").trim()}\n`).join("\n");
}

/** The packages that Sveltia itself is made of; it names none of them, its source map does. */
function insideSveltia() {
  const { sources } = JSON.parse(readFileSync(join(CMS, "npm/index.js.map"), "utf-8"));
  const found = sources.map((path) => /node_modules\/\.pnpm\/(@?[^@/]+@[^_(/]+)/.exec(path)?.[1].replace("+", "/")).filter(Boolean);
  return [...new Set(found)].sort();
}

/** @param {string} folder */
function licenceOf(folder) {
  for (const name of ["LICENSE", "LICENSE.txt", "LICENSE.md", "license"]) {
    try {
      return readFileSync(join(folder, name), "utf-8");
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return `See ${basename(folder)} in the registry of npm.`;
}
