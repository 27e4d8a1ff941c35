import { randomUUID } from "node:crypto";
import { test as base } from "./fixtures";
import { createUser } from "./users";

/** Tests of the back office: `signedIn` is a staff member, and `shopper` is another user. */
export const test = base.extend<{ staff: undefined; shopper: { id: string; email: string; name: string } }>({
  staff: [
    async ({ signedIn, database }, use) => {
      await database.user.update({ where: { id: signedIn.id }, data: { role: "staff" } });
      await use(undefined);
    },
    { auto: true },
  ],
  shopper: async ({ database }, use) => {
    const name = `Ada ${randomUUID().slice(0, 8)}`;
    const { id, email } = await createUser({ name });
    await use({ id, email, name });
    await database.user.deleteMany({ where: { id } });
  },
});
