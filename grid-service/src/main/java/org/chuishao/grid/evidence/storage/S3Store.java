package org.chuishao.grid.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of S3, or of what speaks like it: no chunked signatures and no checksums that only AWS itself knows. */
final class S3Store implements PhotoStore, AutoCloseable {

    private final S3Client s3;
    private final String bucket;

    S3Store(S3Config config) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(config.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(config.patience())
                        .socketTimeout(config.patience()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.pathStyle())
                        .chunkedEncodingEnabled(false)
                        .build());
        config.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        config.accessKey()
                .map(key -> AwsBasicCredentials.create(key, config.secretKey().orElse("")))
                .map(StaticCredentialsProvider::create)
                .ifPresent(builder::credentialsProvider);
        this.s3 = builder.build();
        this.bucket = config.bucket();
    }

    @Override
    public void put(String name, byte[] bytes, String mediaType) throws IOException {
        ask(
                name,
                () -> s3.putObject(
                        put -> put.bucket(bucket).key(name).contentType(mediaType), RequestBody.fromBytes(bytes)));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return ask(name, () -> s3.getObject(get -> get.bucket(bucket).key(name)));
    }

    @Override
    public void delete(String name) throws IOException {
        ask(name, () -> s3.deleteObject(delete -> delete.bucket(bucket).key(name)));
    }

    @Override
    public void close() {
        s3.close();
    }

    private static <T> T ask(String name, Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException none) {
            throw new NoSuchFileException(name);
        } catch (SdkException away) {
            throw new IOException(away);
        }
    }
}
