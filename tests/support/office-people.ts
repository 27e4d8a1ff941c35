import { randomUUID } from "node:crypto";
import { test as base } from "./fixtures";

/** The signed-in user of each test works in the office; the shopper whose payment it is is somebody else. */
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
    const email = `${randomUUID()}@shoppers.example`;
    const { id } = await database.user.create({ data: { name, email } });
    await use({ id, email, name });
    await database.user.deleteMany({ where: { id } });
  },
});
