import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import type { Feature } from "./features";
import { cutMarks } from "./marks";
import { planEject } from "./plan";
import { cutTree, readTree, writeTree } from "./stage";
import { beginSwap, finishSwap, isSwapUnfinished, stagedFolder } from "./swap";

const feature = (name: string, more: Partial<Feature> = {}): Feature => ({
  name,
  title: name,
  needs: [],
  paths: [],
  ...more,
});
const FEATURES = [
  feature("shop", {
    paths: ["app/(shop)", "templates/home.tsx"],
    scripts: ["stock"],
    replacements: { "app/page.tsx": "templates/home.tsx" },
  }),
  feature("payments", { needs: ["shop"] }),
  feature("demo", { needs: ["sandbox"] }),
  feature("sandbox", { paths: ["sandbox"] }),
];
const SELECTIONS = { cards: { title: "cards", removes: ["shop", "payments"] } };

describe("marks", () => {
  const cut = (text: string, ...removed: string[]) => cutMarks(text, new Set(removed), "file.ts");

  it("cut a line in every comment form, and leave the lines of features that stay", () => {
    const forms = [
      'import "x"; // eject: shop',
      "  {/* eject: shop */}",
      "# eject: shop",
      "a {} /* eject: shop */",
      "CHECK (true); -- eject: shop",
      "text <!-- eject: shop -->",
      "kept // eject: payments",
      "kept",
    ];
    expect(cut(forms.join("\n"), "shop")).toBe("kept // eject: payments\nkept");
    expect(cut(forms.join("\n"), "sandbox")).toBe(forms.join("\n"));
  });

  it("cut a block with its marks", () => {
    const text = "a\n  {/* eject:start shop */}\n  b\n  {/* eject:end shop */}\nc";
    expect(cut(text, "shop")).toBe("a\nc");
  });

  it("cut what several features share when the last of them goes", () => {
    expect(cut("a // eject: shop, payments", "shop", "payments")).toBe("");
    expect(cut("a // eject: shop, payments", "shop")).toBe("a // eject: payments");
    const block = "# eject:start shop, payments\na\n# eject:end shop, payments";
    expect(cut(block, "payments")).toBe("# eject:start shop\na\n# eject:end shop");
  });

  it("refuse a block that does not end, ends twice or nests, and a mark of no known form", () => {
    expect(() => cut("// eject:start shop\na")).toThrow('file.ts: the block "shop" does not end.');
    expect(() => cut("// eject:end shop")).toThrow('the block "shop" ends where it has not started');
    expect(() => cut("// eject:start shop\n// eject:start demo")).toThrow("starts inside the block");
    expect(() => cut("a // eject: Shop!")).toThrow("neither of the two forms");
  });
});

describe("the plan", () => {
  const plan = (keep?: string, ...without: string[]) =>
    planEject({ keep, without }, FEATURES, SELECTIONS).map(({ name }) => name);

  it("removes what a selection does not keep, and what cannot be without it", () => {
    expect(plan("cards")).toEqual(["shop", "payments"]);
    expect(plan(undefined, "sandbox")).toEqual(["demo", "sandbox"]);
  });

  it("removes this command with the last feature", () => {
    expect(plan("cards", "sandbox", "demo")).toEqual(["shop", "payments", "demo", "sandbox", "eject"]);
  });

  it("refuses an unknown name, and says which there are", () => {
    expect(() => plan("card")).toThrow('There is no selection "card": cards.');
    expect(() => plan(undefined, "kitchen")).toThrow(
      'There is no feature "kitchen" to remove: shop, payments, demo, sandbox.',
    );
  });

  it("says when there is nothing left to remove, as on a second run", () => {
    const rest = FEATURES.filter(({ name }) => name === "demo" || name === "sandbox");
    expect(() => planEject({ keep: "cards" }, rest, SELECTIONS)).toThrow(/^There is nothing to remove/);
    expect(() => planEject({ without: ["shop"] }, rest, SELECTIONS)).toThrow(/^There is nothing to remove/);
  });
});

const FILES = {
  "app/page.tsx": "shop\n",
  "app/(shop)/cart.tsx": "cart\n",
  "app/layout.tsx": 'import x from "lib"; // eject: shop\nlayout\n',
  "lib/shop/price.ts": 'import limit from "left-out";\n',
  "lib/cards/card.ts": 'import clsx from "clsx";\n',
  "templates/home.tsx": "home\n",
  "sandbox/main.ts": "sandbox\n",
  "package.json": JSON.stringify({
    scripts: { dev: "d", stock: "s" },
    dependencies: { "left-out": "1", clsx: "1", unnamed: "1" },
    devDependencies: { "@types/left-out": "1", stand: "file:sandbox" },
  }),
  "biome.json": JSON.stringify({
    overrides: [{ includes: ["scripts/**", "sandbox/**", "!app/(shop)"] }],
    empty: [],
  }),
};

function makeProject(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), "eject-"));
  for (const [file, content] of Object.entries({ ...FILES, ".gitignore": ".data\n" })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "pipe" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "Start");
  return root;
}

describe("what is left", () => {
  let root: string;

  beforeEach(() => {
    root = makeProject();
    return () => rmSync(root, { recursive: true, force: true });
  });

  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  const shop = () => FEATURES.slice(0, 1);
  const stage = (removed = shop()) => {
    const tree = readTree(root);
    writeTree(cutTree(tree, removed), stagedFolder(root));
    beginSwap(root, [...tree.keys()]);
  };

  it("has no file, line, script or package of a removed feature, and the replacement of its page", () => {
    stage();
    finishSwap(root);
    expect(existsSync(path.join(root, "app/(shop)"))).toBe(false);
    expect(existsSync(path.join(root, "lib/shop"))).toBe(false);
    expect(existsSync(path.join(root, "templates"))).toBe(false);
    expect(read("app/page.tsx")).toBe("home\n");
    expect(read("app/layout.tsx")).toBe("layout\n");
    expect(JSON.parse(read("package.json"))).toEqual({
      scripts: { dev: "d" },
      dependencies: { clsx: "1", unnamed: "1" },
      devDependencies: { stand: "file:sandbox" },
    });
  });

  it("has no settings that name removed folders", () => {
    stage(FEATURES);
    finishSwap(root);
    expect(JSON.parse(read("biome.json"))).toEqual({ overrides: [{ includes: ["scripts/**"] }], empty: [] });
    expect(JSON.parse(read("package.json")).devDependencies).toEqual({});
  });

  it("is finished by the next run when the first was interrupted while it replaced files", () => {
    stage();
    let count = 0;
    const interrupted = (staged: string, file: string) => {
      count += 1;
      if (count > 2) throw new Error("power cut");
      cpSync(staged, file);
    };
    expect(() => finishSwap(root, interrupted)).toThrow("power cut");
    expect(isSwapUnfinished(root)).toBe(true);
    finishSwap(root);
    expect(isSwapUnfinished(root)).toBe(false);
    expect(existsSync(path.join(root, "lib/shop/price.ts"))).toBe(false);
    expect(read("app/page.tsx")).toBe("home\n");
  });

  it("is the whole project when the run was interrupted before it replaced anything", () => {
    writeTree(cutTree(readTree(root), shop()), stagedFolder(root));
    expect(isSwapUnfinished(root)).toBe(false);
    expect(read("app/page.tsx")).toBe("shop\n");
  });

  describe("npm run eject", () => {
    const script = path.resolve("scripts/eject.ts");
    const tsx = pathToFileURL(path.resolve("node_modules/tsx/dist/loader.mjs")).href;
    const eject = (...args: string[]) =>
      promisify(execFile)(process.execPath, ["--import", tsx, script, ...args], { cwd: root });

    it("refuses a tree with uncommitted changes and a folder without git", async () => {
      writeFileSync(path.join(root, "new.ts"), "");
      await expect(eject("--keep", "cards", "--yes")).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^Commit or stash your changes first.*1:\n\?\? new\.ts/s),
      });
      rmSync(path.join(root, ".git"), { recursive: true });
      await expect(eject("--keep", "cards", "--yes")).rejects.toMatchObject({
        stderr: expect.stringMatching(/^Eject needs git/),
      });
    });

    it("refuses an unknown name and changes nothing", async () => {
      await expect(eject("--keep", "kitchen", "--yes")).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^There is no selection "kitchen"/),
      });
      await expect(eject()).rejects.toMatchObject({ stderr: expect.stringMatching(/^Say what to keep/) });
      expect(execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" })).toBe("");
    });
  });
});
