import { FakeClient, FakeElement, type FakeForm } from "./fake-script";
import { type MountOptions, mountFields } from "./fields";

/** For tests: fields mounted by the fake script, which has not called back yet. */
export function mount(options?: MountOptions, element = new FakeElement(), client = new FakeClient()) {
  const fields = mountFields(client, element.asElement(), options);
  const script = client.forms.at(-1);
  return { client, element, fields, script, form: script?.form as FakeForm };
}

/** `mount`, after the script has reported that the fields are ready. */
export async function mountReady(options?: MountOptions) {
  const mounted = mount(options);
  mounted.script?.succeed();
  await mounted.fields.ready;
  return mounted;
}
