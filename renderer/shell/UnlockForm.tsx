import { Button, Form, Input } from 'antd';
import { useCallback } from 'react';
import { ErrorNotice } from '../components/ErrorNotice';
import { useAction } from '../hooks/use-action';
import { useT } from '../i18n';
import { unlockVault } from '../state/vault';

/** The master password, asked at the start. */
export function UnlockForm() {
  const t = useT();
  const [form] = Form.useForm<{ password: string }>();
  const unlock = useAction(
    useCallback(
      async ({ password }: { password: string }) => {
        form.resetFields();
        await unlockVault(password);
      },
      [form],
    ),
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void unlock.run(values)}>
      <Form.Item
        name="password"
        label={t('vault.password')}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Input.Password autoFocus autoComplete="off" data-testid="vault-password" />
      </Form.Item>
      {unlock.error === null ? null : (
        <Form.Item>
          <ErrorNotice error={unlock.error} />
        </Form.Item>
      )}
      <Button block type="primary" htmlType="submit" loading={unlock.isBusy} data-testid="vault-unlock">
        {t('vault.unlock')}
      </Button>
    </Form>
  );
}
