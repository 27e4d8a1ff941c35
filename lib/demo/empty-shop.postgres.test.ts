import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { withTestStack } from "@/tests/support/stack";
import { createUser } from "@/tests/support/users";
import { emptyShop } from "./empty-shop";
import { ensurePersona, findPersona } from "./personas";

withTestStack();

test("everything is deleted but the personas, whose profiles are as at first", async () => {
  const stranger = await createUser();
  const persona = findPersona("maren");
  if (!persona) throw new Error("There is no Maren");
  const { id } = await ensurePersona(persona);
  await db().user.update({ where: { id }, data: { city: "Oslo", address2: "Third floor", name: "M." } });
  const mail = {
    key: "receipt:1",
    to: "a@shoppers.example",
    subject: "",
    html: "",
    text: "",
    queuedAt: new Date(),
  };
  await db().queuedMail.create({ data: mail });

  await emptyShop();

  expect(await db().user.findMany({ select: { id: true, city: true, address2: true, name: true } })).toEqual([
    { id, city: "Bergen", address2: null, name: "Maren Holt" },
  ]);
  expect(await db().user.findUnique({ where: { id: stranger.id } })).toBeNull();
  expect(await db().queuedMail.count()).toBe(0);
  // The history of the schema is no data.
  const [{ count } = { count: 0 }] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM "_prisma_migrations"`;
  expect(count).toBeGreaterThan(0);
});
