import { Button, Form, Input } from 'antd';
import { useCallback } from 'react';
import { ErrorNotice } from '../components/ErrorNotice';
import { useAction } from '../hooks/use-action';
import { useT } from '../i18n';
import { setVaultPassword } from '../state/vault';

type Props = {
  readonly button: string;
  readonly isPrimary?: boolean;
  readonly onDone?: () => void;
  /** What the password is for; setting the vault's master password when left out. */
  readonly submit?: (password: string, old?: string) => Promise<void>;
  /** A password is changed: the one until now is asked for. */
  readonly asksOld?: boolean;
};

const leastLength = 8;
type Values = { old?: string; password: string; repeat: string };

/** A new master password, typed twice. */
export function NewPasswordForm({
  button,
  isPrimary = false,
  onDone,
  submit = setVaultPassword,
  asksOld = false,
}: Props) {
  const t = useT();
  const [form] = Form.useForm<Values>();
  const save = useAction(
    useCallback(
      async ({ password, old }: Values) => {
        await submit(password, old);
        form.resetFields();
        onDone?.();
      },
      [form, onDone, submit],
    ),
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save.run(values)}>
      {asksOld ? (
        <Form.Item
          name="old"
          label={t('vault.password.old')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Input.Password autoComplete="current-password" data-testid="vault-password-old" />
        </Form.Item>
      ) : null}
      <Form.Item
        name="password"
        label={t('vault.password')}
        rules={[
          { required: true, message: t('common.required') },
          { min: leastLength, message: t('vault.password.short') },
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="vault-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('vault.password.repeat')}
        dependencies={['password']}
        rules={[
          {
            validator: (_, value) =>
              value === form.getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('vault.password.differs'))),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="vault-password-repeat" />
      </Form.Item>
      {save.error === null ? null : (
        <Form.Item>
          <ErrorNotice error={save.error} />
        </Form.Item>
      )}
      <Button
        block={isPrimary}
        type={isPrimary ? 'primary' : 'default'}
        htmlType="submit"
        loading={save.isBusy}
        data-testid="vault-set"
      >
        {button}
      </Button>
    </Form>
  );
}
